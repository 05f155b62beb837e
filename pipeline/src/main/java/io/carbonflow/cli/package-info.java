/// The program `carbonflow`.
package io.carbonflow.cli;
