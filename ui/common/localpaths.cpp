// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/localpaths.h"

#include <QMimeData>
#include <QUrl>

namespace assay {

QStringList localPaths(const QMimeData& data)
{
    QStringList paths;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace assay
