/// What is tried again, how often, and after which pauses.
package io.carbonflow.base.retry;
