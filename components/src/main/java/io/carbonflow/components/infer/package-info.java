/// The step `infer`. Has the published model predict new rows.
package io.carbonflow.components.infer;
