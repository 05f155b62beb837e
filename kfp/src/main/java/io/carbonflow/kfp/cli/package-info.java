/// The command line that a project's own program is made from: [Program] says what differs.
package io.carbonflow.kfp.cli;
