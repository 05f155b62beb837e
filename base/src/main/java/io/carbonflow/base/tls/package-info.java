/// Which certificates are trusted.
package io.carbonflow.base.tls;
