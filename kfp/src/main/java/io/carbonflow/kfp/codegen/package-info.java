/// The files that are made from declarations and checked in: components, pipelines, reference pages.
package io.carbonflow.kfp.codegen;
