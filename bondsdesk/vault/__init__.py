# SPDX-License-Identifier: GPL-3.0-or-later
"""The vault: files, keys, storage. The only importer of sqlcipher3 and nacl; no Qt."""
