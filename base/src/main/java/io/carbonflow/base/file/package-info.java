/// Files that are whole or absent.
package io.carbonflow.base.file;
