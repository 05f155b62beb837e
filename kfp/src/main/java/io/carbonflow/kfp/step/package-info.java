/// The step contract: a step is declared once, and its command line follows.
package io.carbonflow.kfp.step;
