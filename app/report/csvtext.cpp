// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/csvtext.h"

namespace assay {

QString csvText(QString text)
{
    static const QString kFormulaStarts = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && kFormulaStarts.contains(text.front()))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace assay
