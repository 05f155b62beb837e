/// What a model came from.
package io.carbonflow.components.provenance;
