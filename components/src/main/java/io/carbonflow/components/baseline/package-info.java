/// Plain ways to predict emissions, which models are held beside.
package io.carbonflow.components.baseline;
