/// The step `close-group`.
package io.carbonflow.components.closegroup;
