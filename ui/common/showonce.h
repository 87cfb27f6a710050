// SPDX-License-Identifier: GPL-3.0-or-later
// Windows of which there is one at a time. GUI thread.
#pragma once

#include <QPointer>

namespace assay {

/// Shows a window that is made once and raised when asked for again. `make` returns a new one.
template<typename Window, typename Make>
void showOnce(QPointer<Window>& window, Make make)
{
    if (!window)
        window = make();
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace assay
