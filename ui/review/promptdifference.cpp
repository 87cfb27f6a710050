// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/promptdifference.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace assay {

namespace {

constexpr qsizetype kMostWords = 1000;
constexpr qsizetype kMostRead = 20'000; ///< characters: what is behind is not worth a wait

struct Words
{
    QStringList shown;    // as they stand
    QStringList compared; // without the punctuation around them
};

QString bare(const QString& word)
{
    static const QRegularExpression kEdges(QStringLiteral("^[\\p{P}]+|[\\p{P}]+$"));
    QString result = word.toCaseFolded();
    result.remove(kEdges);
    return result.isEmpty() ? word : result;
}

QString withoutTrailingPunctuation(const QString& word)
{
    qsizetype end = word.size();
    while (end > 1 && QStringLiteral(",.;:").contains(word.at(end - 1)))
        --end;
    return word.left(end);
}

Words split(const QString& prompt)
{
    Words words;
    static const QRegularExpression kSpace(QStringLiteral("\\s+"));
    for (const QString& word : prompt.left(kMostRead).split(kSpace, Qt::SkipEmptyParts).mid(0, kMostWords)) {
        words.shown.append(withoutTrailingPunctuation(word));
        words.compared.append(bare(word));
    }
    return words;
}

/// lengths[i * (m + 1) + j]: longest common subsequence of before[i..] and after[j..].
std::vector<qint32> commonLengths(const QStringList& before, const QStringList& after)
{
    const size_t n = size_t(before.size());
    const size_t m = size_t(after.size());
    std::vector<qint32> lengths((n + 1) * (m + 1), 0);
    for (size_t i = n; i-- > 0;) {
        for (size_t j = m; j-- > 0;) {
            const size_t here = i * (m + 1) + j;
            if (before.at(qsizetype(i)) == after.at(qsizetype(j)))
                lengths[here] = lengths[here + m + 2] + 1;
            else
                lengths[here] = std::max(lengths[here + m + 1], lengths[here + 1]);
        }
    }
    return lengths;
}

class Runs
{
public:
    void extend(const QString& word) { m_current.append(word); }
    void close()
    {
        if (!m_current.isEmpty())
            m_runs.append(m_current.join(QLatin1Char(' ')));
        m_current.clear();
    }
    const QStringList& runs() const { return m_runs; }

private:
    QStringList m_current;
    QStringList m_runs;
};

} // namespace

PromptDifference promptDifference(const QString& before, const QString& after)
{
    const Words from = split(before);
    const Words to = split(after);
    const std::vector<qint32> lengths = commonLengths(from.compared, to.compared);
    const qsizetype width = to.compared.size() + 1;
    Runs added;
    Runs removed;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < from.compared.size() || j < to.compared.size()) {
        const bool hasBoth = i < from.compared.size() && j < to.compared.size();
        if (hasBoth && from.compared.at(i) == to.compared.at(j)) {
            added.close();
            removed.close();
            ++i;
            ++j;
        } else if (j < to.compared.size() &&
                   (!hasBoth || lengths[size_t(i * width + j + 1)] >= lengths[size_t((i + 1) * width + j)])) {
            added.extend(to.shown.at(j++));
        } else {
            removed.extend(from.shown.at(i++));
        }
    }
    added.close();
    removed.close();
    return {added.runs(), removed.runs()};
}

} // namespace assay
