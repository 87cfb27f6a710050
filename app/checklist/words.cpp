// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checklist/words.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace assay {

namespace {

bool hasLetterOrNumber(QStringView text)
{
    const auto ucs4 = text.toUcs4();
    return std::any_of(ucs4.begin(), ucs4.end(), [](uint code) { return QChar::isLetterOrNumber(code); });
}

QString folded(QStringView text)
{
    const QString word = text.toString().normalized(QString::NormalizationForm_C).toCaseFolded();
    return QString(word).replace(QChar(0x2019), u'\'');
}

} // namespace

Words splitWords(const QString& text)
{
    Words words;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end > start; end = finder.toNextBoundary()) {
        const QStringView piece = QStringView(text).mid(start, end - start).trimmed();
        if (!piece.isEmpty()) {
            const bool isSign = !hasLetterOrNumber(piece);
            words.append({int(piece.data() - text.constData()), int(piece.size()), isSign,
                          isSign ? piece.toString() : folded(piece)});
        }
        start = end;
    }
    return words;
}

} // namespace assay
