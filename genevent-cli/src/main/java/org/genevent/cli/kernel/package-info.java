/** The control program of the kernel module: what {@code docs/kernel-control.md} says, from the side of user space. */
package org.genevent.cli.kernel;
