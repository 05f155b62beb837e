/// A pipeline as a typed value, and its compilation.
package io.carbonflow.kfp.pipeline;
