/// The step `notify`. Tells a webhook how a run has ended.
package io.carbonflow.components.notify;
