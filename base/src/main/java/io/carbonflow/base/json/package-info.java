/// JSON files: read without forgiveness, written for people too.
package io.carbonflow.base.json;
