/// Fitted models as plain data, and their stored form.
package io.carbonflow.model.regressor;
