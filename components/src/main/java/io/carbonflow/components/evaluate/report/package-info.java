/// The page about a training run, a section a class.
package io.carbonflow.components.evaluate.report;
