/// The step `validate`. Looks for what is wrong with a table before anything is trained on it.
package io.carbonflow.components.validate;
