/// JSON files that are read without forgiveness.
package io.carbonflow.json;
