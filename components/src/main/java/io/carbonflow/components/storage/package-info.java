/// Where pipelines read from and upload to: parameters that name buckets and folders.
package io.carbonflow.components.storage;
