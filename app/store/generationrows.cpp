// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/generationrows.h"

namespace assay {

namespace {

QString readSql()
{
    return QStringLiteral(
        "SELECT g.external_id, g.sent_at, g.sent_at_source, g.prompt_written_at, c.name, a.name, g.batch,"
        " g.cycle, g.candidate, g.attempt, g.retry_of, g.model, t.name, g.settings, p.text, n.text,"
        " g.checklist_id, g.status, g.error, g.latency_ms, g.gpu_ms, g.cost_micro, g.cost_currency, g.clip,"
        " g.aesthetic, g.drift, g.stated_image, g.extra, i.root_id, i.relative_path, i.sha256, i.bytes,"
        " i.modified_at, i.format, i.width, i.height, i.generator, i.raw_metadata, g.cost_source,"
        " i.provenance"
        " FROM generations g JOIN clients c ON c.id = g.client_id LEFT JOIN assets a ON a.id = g.asset_id"
        " LEFT JOIN templates t ON t.id = g.template_id LEFT JOIN prompts p ON p.id = g.prompt_id"
        " LEFT JOIN prompts n ON n.id = g.negative_prompt_id LEFT JOIN images i ON i.id = g.image_id"
        " WHERE g.id = ?");
}

/// `use` with all values, in the order of the insert and the update.
template<typename Use>
auto withValues(const Generation& g, const GenerationKeys& keys, Use use)
{
    const auto costMicro = g.cost ? std::optional(g.cost->micro) : std::nullopt;
    const auto costCurrency = g.cost ? std::optional(g.cost->currency) : std::nullopt;
    return use(g.externalId, g.sentAt, keys.week, toText(g.sentAtSource), g.promptWrittenAt, keys.client,
               keys.asset, effectiveBatch(g), g.cycle, g.candidate, g.attempt, g.retryOf, g.model,
               keys.promptTemplate, g.settings, keys.prompt, keys.negativePrompt, keys.checklist,
               toText(g.status), g.error, g.latency, g.gpuTime, costMicro, costCurrency, toText(g.costSource),
               g.scores.clip, g.scores.aesthetic, g.drift, g.statedImage, keys.image, g.extra);
}

std::optional<int> optionalInt(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(static_cast<int>(row.integer(column)));
}

std::optional<Milliseconds> optionalDuration(const Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(Milliseconds(row.integer(column)));
}

void readRequest(const Statement& row, Generation& g)
{
    g.externalId = row.text(0);
    g.sentAt = row.time(1);
    g.sentAtSource = timeSourceFromText(row.text(2)).value_or(TimeSource::FileTime);
    g.promptWrittenAt = row.optionalTime(3);
    g.client = row.text(4);
    g.asset = row.text(5);
    g.batch = row.text(6);
    g.cycle = static_cast<int>(row.integer(7));
    g.candidate = optionalInt(row, 8);
    g.attempt = static_cast<int>(row.integer(9));
    g.retryOf = row.text(10);
    g.model = row.optionalText(11);
    g.promptTemplate = row.text(12);
    g.settings = row.text(13);
    g.prompt = row.optionalText(14);
    g.negativePrompt = row.optionalText(15);
}

void readOutcome(const Statement& row, Generation& g)
{
    g.status = generationStatusFromText(row.text(17)).value_or(GenerationStatus::Error);
    g.error = row.text(18);
    g.latency = optionalDuration(row, 19);
    g.gpuTime = optionalDuration(row, 20);
    if (!row.isNull(21))
        g.cost = Money{row.integer(21), row.text(22)};
    g.costSource = row.text(38) == toText(CostSource::Rate) ? CostSource::Rate : CostSource::Log;
    g.scores = {row.optionalReal(23), row.optionalReal(24)};
    g.drift = row.optionalReal(25);
    g.statedImage = row.text(26);
    g.extra = row.text(27);
}

void readImage(const Statement& row, Generation& g)
{
    if (row.isNull(28))
        return;
    QSize size;
    if (!row.isNull(34) && !row.isNull(35))
        size = QSize(static_cast<int>(row.integer(34)), static_cast<int>(row.integer(35)));
    g.image = ImageFile{ImageRootId{row.integer(28)},
                        row.text(29),
                        row.bytes(30),
                        row.integer(31),
                        row.time(32),
                        row.text(33),
                        size};
    g.generator = row.text(36);
    g.rawMetadata = row.text(37);
    g.provenance = row.text(39).split(u'\n', Qt::SkipEmptyParts);
}

template<typename T>
void fill(std::optional<T>& field, const std::optional<T>& other)
{
    if (!field)
        field = other;
}

template<typename Text>
void fillText(Text& field, const Text& other)
{
    if (field.isEmpty())
        field = other;
}

/// An estimate is no fact: it is made anew from what the two say together.
std::optional<Money> statedCost(const Generation& generation)
{
    return generation.costSource == CostSource::Log ? generation.cost : std::nullopt;
}

/// The batch a row has that states none.
QString derivedBatch(Generation generation)
{
    generation.batch.clear();
    return effectiveBatch(generation);
}

} // namespace

GenerationRows::GenerationRows(const Database& database)
    : m_insert(database.prepare(QStringLiteral(
          "INSERT INTO generations (external_id, sent_at, sent_week, sent_at_source, prompt_written_at,"
          " client_id, asset_id, batch, cycle, candidate, attempt, retry_of, model, template_id, settings,"
          " prompt_id, negative_prompt_id, checklist_id, status, error, latency_ms, gpu_ms, cost_micro,"
          " cost_currency, cost_source, clip, aesthetic, drift, stated_image, image_id, extra)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
          "?, ?)")))
    , m_update(database.prepare(QStringLiteral(
          "UPDATE generations SET external_id = ?, sent_at = ?, sent_week = ?, sent_at_source = ?,"
          " prompt_written_at = ?, client_id = ?, asset_id = ?, batch = ?, cycle = ?, candidate = ?,"
          " attempt = ?, retry_of = ?, model = ?, template_id = ?, settings = ?, prompt_id = ?,"
          " negative_prompt_id = ?, checklist_id = ?, status = ?, error = ?, latency_ms = ?, gpu_ms = ?,"
          " cost_micro = ?, cost_currency = ?, cost_source = ?, clip = ?, aesthetic = ?, drift = ?, "
          "stated_image = ?,"
          " image_id = ?, extra = ? WHERE id = ?")))
    , m_read(database.prepare(readSql()))
    , m_checklists(database)
{
}

Result<GenerationId> GenerationRows::insert(const Generation& generation, const GenerationKeys& keys)
{
    const auto id =
        withValues(generation, keys, [this](const auto&... values) { return m_insert.insert(values...); });
    if (!id)
        return id.error();
    return GenerationId{*id};
}

Result<void> GenerationRows::update(GenerationId id, const Generation& generation, const GenerationKeys& keys)
{
    return withValues(generation, keys,
                      [this, id](const auto&... values) { return m_update.run(values..., id); });
}

Result<Generation> GenerationRows::read(GenerationId id)
{
    if (auto ran = m_read.run(id); !ran)
        return ran.error();
    if (!m_read.next()) {
        return m_read.error().value_or(
            Error{ErrorKind::NotFound, QString::number(id.value), QStringLiteral("no such generation")});
    }
    Generation generation;
    generation.id = id;
    readRequest(m_read, generation);
    readOutcome(m_read, generation);
    readImage(m_read, generation);
    const auto checklistId = m_read.optionalInteger(16);
    m_read.finish();
    auto checklist = m_checklists.read(checklistId);
    if (!checklist)
        return checklist.error();
    generation.checklist = *std::move(checklist);
    return generation;
}

Generation joined(const Generation& log, const Generation& file)
{
    Generation result = log;
    result.cost = statedCost(log);
    result.costSource = CostSource::Log;
    result.image = file.image;
    result.generator = file.generator;
    result.rawMetadata = file.rawMetadata;
    result.provenance = file.provenance;
    fill(result.promptWrittenAt, file.promptWrittenAt);
    fillText(result.client, file.client);
    // An asset is one of its client: another client's place says nothing about it.
    const bool isSameClient = log.client.isEmpty() || file.client.isEmpty() || log.client == file.client;
    if (log.asset.isEmpty() && isSameClient) {
        result.asset = file.asset;
        result.cycle = file.asset.isEmpty() ? log.cycle : file.cycle;
    }
    if (file.batch != derivedBatch(file))
        fillText(result.batch, file.batch);
    fill(result.candidate, file.candidate);
    fill(result.model, file.model);
    fillText(result.promptTemplate, file.promptTemplate);
    fillText(result.settings, file.settings);
    fill(result.prompt, file.prompt);
    fill(result.negativePrompt, file.negativePrompt);
    fillText(result.checklist, file.checklist);
    fill(result.latency, file.latency);
    fill(result.gpuTime, file.gpuTime);
    fill(result.cost, statedCost(file));
    fill(result.scores.clip, file.scores.clip);
    fill(result.scores.aesthetic, file.scores.aesthetic);
    fill(result.drift, file.drift);
    fillText(result.extra, file.extra);
    return result;
}

} // namespace assay
