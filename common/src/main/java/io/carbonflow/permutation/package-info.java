/// Tests whether two groups can have been drawn alike, by shuffling who belongs to which.
package io.carbonflow.permutation;
