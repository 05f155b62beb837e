/// Models beside the emissions that were measured.
package io.carbonflow.components.score;
