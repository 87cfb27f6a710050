// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/libraryloader.h"

#include "app/report/exportselection.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>

namespace assay {

namespace {

constexpr int kFirstRows = 240; ///< more than a tall window shows

} // namespace

QList<LibraryInsertion> insertionsInto(const QList<GenerationId>& shown, const QList<GenerationId>& fresh)
{
    QHash<GenerationId, qsizetype> places;
    places.reserve(shown.size());
    for (qsizetype i = 0; i < shown.size(); ++i)
        places.insert(shown.at(i), i);
    QHash<qsizetype, QList<GenerationId>> news;
    qsizetype before = 0;
    for (const GenerationId id : fresh) {
        const auto place = places.constFind(id);
        if (place != places.cend())
            before = *place + 1;
        else
            news[before].append(id);
    }
    QList<LibraryInsertion> insertions;
    for (auto it = news.cbegin(); it != news.cend(); ++it)
        insertions.append({it.key(), it.value()});
    std::ranges::sort(insertions, std::ranges::greater(), &LibraryInsertion::before);
    return insertions;
}

LibraryLoader::LibraryLoader(QString workspacePath, QObject* parent)
    : QObject(parent)
    , m_listReader(workspacePath)
    , m_rowReader(workspacePath)
    , m_countReader(workspacePath)
    , m_exportReader(workspacePath)
{
}

LibraryLoader::~LibraryLoader()
{
    for (Flag* flag : {&m_listing, &m_counting, &m_choosing, &m_detailing, &m_exporting})
        renewed(*flag);
}

LibraryLoader::Flag LibraryLoader::renewed(Flag& flag)
{
    if (flag)
        *flag = true;
    flag = std::make_shared<std::atomic_bool>(false);
    return flag;
}

template<typename T, typename Give>
void LibraryLoader::answer(const Result<T>& result, const Flag& flag, Give give)
{
    if (*flag)
        return;
    if (result)
        give(*result);
    else
        emit failed(result.error());
}

void LibraryLoader::list(const LibraryFilter& filter)
{
    const Flag flag = renewed(m_listing);
    using Ids = QList<GenerationId>;
    QElapsedTimer clock;
    clock.start();
    m_listReader.ask<Ids>(
        [filter, flag](const Database& database) {
            return *flag ? Result<Ids>(Ids()) : LibrarySearch(database).firstIds(filter, kFirstRows);
        },
        [this, flag](const Result<Ids>& ids) {
            answer(ids, flag, [this](const Ids& first) {
                if (first.size() == kFirstRows)
                    emit begun(first);
            });
        });
    m_listReader.ask<Ids>(
        [filter, flag](const Database& database) {
            return *flag ? Result<Ids>(Ids()) : LibrarySearch(database).ids(filter, *flag);
        },
        [this, flag, clock](const Result<Ids>& ids) {
            answer(ids, flag, [this, clock](const Ids& all) {
                emit listed(all, std::chrono::milliseconds(clock.elapsed()));
            });
        });
}

void LibraryLoader::listNew(const LibraryFilter& filter, const QList<GenerationId>& shown)
{
    const Flag flag = renewed(m_listing);
    using Insertions = QList<LibraryInsertion>;
    m_listReader.ask<Insertions>(
        [filter, shown, flag](const Database& database) -> Result<Insertions> {
            const auto fresh = LibrarySearch(database).ids(filter, *flag);
            if (!fresh)
                return fresh.error();
            return insertionsInto(shown, *fresh);
        },
        [this, flag](const Result<Insertions>& insertions) {
            answer(insertions, flag, [this](const Insertions& found) { emit grown(found); });
        });
}

void LibraryLoader::count(const LibraryFilter& filter)
{
    const Flag flag = renewed(m_counting);
    m_countReader.ask<LibraryCounts>(
        [filter, flag](const Database& database) {
            return *flag ? Result<LibraryCounts>(LibraryCounts())
                         : LibrarySearch(database).counts(filter, *flag);
        },
        [this, flag](const Result<LibraryCounts>& counts) {
            answer(counts, flag, [this](const LibraryCounts& found) { emit counted(found); });
        });
}

void LibraryLoader::readChoices()
{
    const Flag flag = renewed(m_choosing);
    m_rowReader.ask<LibraryChoices>(
        [](const Database& database) { return LibrarySearch(database).choices(); },
        [this, flag](const Result<LibraryChoices>& choices) {
            answer(choices, flag, [this](const LibraryChoices& found) { emit choicesRead(found); });
        });
}

void LibraryLoader::readRows(const QList<GenerationId>& ids)
{
    using Rows = QList<LibraryRow>;
    m_rowReader.ask<Rows>([ids](const Database& database) { return LibrarySearch(database).rows(ids); },
                          [this](const Result<Rows>& rows) {
                              if (rows)
                                  emit rowsRead(*rows);
                              else
                                  emit failed(rows.error());
                          });
}

void LibraryLoader::readDetail(GenerationId id)
{
    const Flag flag = renewed(m_detailing);
    m_rowReader.ask<LibraryDetail>(
        [id, flag](const Database& database) {
            return *flag ? Result<LibraryDetail>(LibraryDetail()) : LibrarySearch(database).detail(id);
        },
        [this, flag](const Result<LibraryDetail>& detail) {
            answer(detail, flag, [this](const LibraryDetail& found) { emit detailRead(found); });
        });
}

void LibraryLoader::exportTo(const QString& path, const QList<GenerationId>& ids)
{
    const Flag flag = renewed(m_exporting);
    m_exportReader.ask<qsizetype>(
        [path, ids, flag](const Database& database) -> Result<qsizetype> {
            const auto written = exportSelectionTo(path, database, ids, *flag);
            return written ? Result<qsizetype>(ids.size()) : written.error();
        },
        [this, path, flag](const Result<qsizetype>& count) {
            if (count)
                emit exported(path, *count);
            else if (!*flag)
                emit exportFailed(count.error());
        });
}

} // namespace assay
