/// Components that are no steps of ours: any image and command, and component files of others.
package io.carbonflow.kfp.component;
