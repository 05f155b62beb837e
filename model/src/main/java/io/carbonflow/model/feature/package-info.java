/// What is learned and on which scale it is compared, and the prepared rows.
package io.carbonflow.model.feature;
