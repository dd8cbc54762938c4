// SPDX-License-Identifier: Apache-2.0
// Empty: the libraries of precompiled headers need a source.
