/// What a pod reads of Kubernetes, with the rights of its own account.
package io.carbonflow.kfp.kubernetes;
