// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import io.carbonflow.components.train.SearchOutputs.ModelFile;
import io.carbonflow.components.train.SearchOutputs.SearchFile;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Value;

/// What a step takes that a train step has given.
public record TrainedFiles(
    @About("the finished search of %1$s") Value<SearchFile> search,
    @About("the fitted %2$s") Value<ModelFile> model) {}
