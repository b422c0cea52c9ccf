// SPDX-License-Identifier: GPL-2.0-or-later
// Nothing but what is precompiled for the tests.
