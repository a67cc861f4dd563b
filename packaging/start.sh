#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, says so, and starts Bondsdesk from this checkout:
#   bash packaging/start.sh [options of bondsdesk]
# BONDSDESK_VENV names another place for the virtual environment than .venv.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

# shellcheck disable=SC2086 # a list of words
ensure_packages $APP_PACKAGES
ensure_venv requirements.lock
exec "$VENV/bin/python" -m bondsdesk "$@"
