/// Whether a bundle is what its own record says: its training, done again.
package io.carbonflow.verify;
