/// What a model makes of the features of a building.
package io.carbonflow.components.influence;
