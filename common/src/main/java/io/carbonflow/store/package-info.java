/// Objects by URI, in folders and in S3.
package io.carbonflow.store;
