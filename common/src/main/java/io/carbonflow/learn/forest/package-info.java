/// Random forests.
package io.carbonflow.learn.forest;
