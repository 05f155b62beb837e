/// Which certificates are trusted.
package io.carbonflow.tls;
