/// The threads that a process computes on.
package io.carbonflow.base.concurrent;
