/// Support vector regression.
package io.carbonflow.learn.svm;
