// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import io.carbonflow.components.train.SearchOutputs.ModelFile;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Value;

/// What a step takes that needs a train step's model alone.
public record FittedFiles(@About("the fitted %2$s") Value<ModelFile> model) {}
