// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metadata/comfygraph.h"

#include "app/metadata/json.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

// Links deeper than this are no prompt any more; real graphs have fewer than ten on the way to a text.
constexpr int kMaxDepth = 32;
constexpr qsizetype kMaxNodes = 20000;

bool comesBefore(const QString& a, const QString& b)
{
    bool aIsNumber = false;
    bool bIsNumber = false;
    const qlonglong aNumber = a.toLongLong(&aIsNumber);
    const qlonglong bNumber = b.toLongLong(&bIsNumber);
    if (aIsNumber != bIsNumber)
        return aIsNumber;
    return aIsNumber && aNumber != bNumber ? aNumber < bNumber : a < b;
}

std::optional<QString> joined(const QStringList& parts, const QString& separator)
{
    if (parts.isEmpty())
        return std::nullopt;
    return parts.join(separator);
}

} // namespace

/// What one search has seen, so that circles end.
struct ComfyGraph::Visit
{
    QString role;
    QSet<QString> path;
    int budget = 2000; ///< nodes looked at in all: graphs that fork at every node end too
};

std::optional<ComfyGraph> ComfyGraph::fromJson(const QJsonObject& object)
{
    ComfyGraph graph;
    for (auto it = object.constBegin(); it != object.constEnd() && graph.m_ids.size() < kMaxNodes; ++it) {
        if (it.value().toObject().value("class_type"_L1).isString())
            graph.m_ids.append(it.key());
    }
    if (graph.m_ids.isEmpty())
        return std::nullopt;
    graph.m_nodes = object;
    std::sort(graph.m_ids.begin(), graph.m_ids.end(), comesBefore);
    return graph;
}

QString ComfyGraph::classOf(const QString& id) const
{
    return m_nodes.value(id).toObject().value("class_type"_L1).toString();
}

QJsonObject ComfyGraph::inputsOf(const QString& id) const
{
    return m_nodes.value(id).toObject().value("inputs"_L1).toObject();
}

QString ComfyGraph::titleOf(const QString& id) const
{
    return m_nodes.value(id).toObject().value("_meta"_L1).toObject().value("title"_L1).toString();
}

std::optional<QString> ComfyGraph::directLink(const QJsonValue& input) const
{
    const QJsonArray link = input.toArray();
    if (link.size() != 2 || !link[1].isDouble())
        return std::nullopt;
    const std::optional<QString> id = scalarText(link[0]);
    if (!id || !m_nodes.value(*id).isObject())
        return std::nullopt;
    return id;
}

std::optional<QString> ComfyGraph::linkedNode(const QJsonValue& input) const
{
    std::optional<QString> id = directLink(input);
    for (int i = 0; i < kMaxDepth && id && classOf(*id).contains("Reroute"_L1); ++i) {
        const QJsonObject inputs = inputsOf(*id);
        id = inputs.size() == 1 ? directLink(inputs.constBegin().value()) : std::nullopt;
    }
    return id;
}

QJsonValue ComfyGraph::scalar(const QJsonValue& input) const
{
    if (const std::optional<QString> id = linkedNode(input))
        return scalarOf(*id, 0);
    return input.isArray() || input.isObject() ? QJsonValue() : input;
}

QJsonValue ComfyGraph::scalarOf(const QString& id, int depth) const
{
    const QJsonObject inputs = inputsOf(id);
    for (const QLatin1StringView key : {"seed"_L1, "noise_seed"_L1, "value"_L1, "int"_L1, "float"_L1,
                                        "Number"_L1, "number"_L1, "string"_L1, "text"_L1}) {
        const QJsonValue value = inputs.value(key);
        const std::optional<QString> next = linkedNode(value);
        if (next && depth < kMaxDepth)
            return scalarOf(*next, depth + 1);
        if (scalarText(value))
            return value;
    }
    return {};
}

std::optional<QString> ComfyGraph::promptText(const QJsonValue& input, const QString& role) const
{
    Visit visit;
    visit.role = role;
    return conditioning(input, visit);
}

std::optional<QString> ComfyGraph::conditioning(const QJsonValue& input, Visit& visit) const
{
    const std::optional<QString> id = linkedNode(input);
    if (!id || visit.path.contains(*id) || visit.path.size() >= kMaxDepth || --visit.budget < 0)
        return std::nullopt;
    visit.path.insert(*id);
    std::optional<QString> text = conditioningOf(*id, visit);
    visit.path.remove(*id);
    return text;
}

std::optional<QString> ComfyGraph::conditioningOf(const QString& id, Visit& visit) const
{
    if (classOf(id) == "ConditioningZeroOut"_L1)
        return QString(); // whatever was said before counts for nothing
    if (classOf(id) == "TextGenerate"_L1)
        return std::nullopt; // a language model wrote the text while the graph ran: the file doesn't have it
    if (std::optional<QString> text = ownText(id, visit))
        return text;
    if (std::optional<QString> text = joinedText(id, visit))
        return text;
    return passedOn(id, visit);
}

/// A text that stands on the node itself.
std::optional<QString> ComfyGraph::ownText(const QString& id, Visit& visit) const
{
    const QJsonObject inputs = inputsOf(id);
    for (const QLatin1StringView key : {"populated_text"_L1, "text"_L1, "prompt"_L1, "Text"_L1,
                                        "prompt_text"_L1, "value"_L1, "string"_L1, "source"_L1}) {
        if (std::optional<QString> text = textValue(inputs.value(key), visit))
            return text;
    }
    // SDXL and Flux take two texts, which most people fill alike.
    for (const auto& [first, second] :
         {std::pair{"text_g"_L1, "text_l"_L1}, std::pair{"t5xxl"_L1, "clip_l"_L1}}) {
        const std::optional<QString> a = textValue(inputs.value(first), visit);
        const std::optional<QString> b = textValue(inputs.value(second), visit);
        if (a && b && *a != *b && !a->isEmpty() && !b->isEmpty())
            return *a + u'\n' + *b;
        if (a || b)
            return a && !a->isEmpty() ? a : (b ? b : a);
    }
    // Nodes with one box for each side, and the last resort: the text a ShowText node has cached.
    for (const QString& key : QStringList{visit.role, visit.role + u"_prompt"_s, u"text_0"_s}) {
        const QJsonValue value = inputs.value(key);
        if (value.isString())
            return value.toString();
    }
    return std::nullopt;
}

/// Nodes that put texts together, and switches that choose one.
std::optional<QString> ComfyGraph::joinedText(const QString& id, Visit& visit) const
{
    const QJsonObject inputs = inputsOf(id);
    if (inputs.contains("switch"_L1)) {
        const bool isOn = scalar(inputs.value("switch"_L1)).toBool();
        const QJsonValue chosen = inputs.value(isOn ? "on_true"_L1 : "on_false"_L1);
        return textValue(chosen, visit);
    }
    static const QList<QStringList> families{
        {u"string_a"_s, u"string_b"_s},
        {u"string1"_s, u"string2"_s},
        {u"text1"_s, u"text2"_s, u"text3"_s, u"text4"_s},
        {u"text_a"_s, u"text_b"_s, u"text_c"_s, u"text_d"_s},
    };
    const QJsonValue separator =
        inputs.contains("delimiter"_L1) ? inputs.value("delimiter"_L1) : inputs.value("separator"_L1);
    for (const QStringList& family : families) {
        QStringList parts;
        for (const QString& key : family) {
            if (const std::optional<QString> part = textValue(inputs.value(key), visit))
                parts.append(*part);
        }
        if (!parts.isEmpty())
            return joined(parts, separator.toString());
    }
    return std::nullopt;
}

/// Nodes that only change or combine conditioning (ControlNet, ConditioningCombine, FluxGuidance...): follow
/// the side we came for, else every conditioning input.
std::optional<QString> ComfyGraph::passedOn(const QString& id, Visit& visit) const
{
    const QJsonObject inputs = inputsOf(id);
    if (linkedNode(inputs.value(visit.role)))
        return conditioning(inputs.value(visit.role), visit);
    QStringList parts;
    bool isEmpty = false;
    for (auto it = inputs.constBegin(); it != inputs.constEnd(); ++it) {
        if (!it.key().startsWith("conditioning"_L1))
            continue;
        const std::optional<QString> part = conditioning(it.value(), visit);
        isEmpty = isEmpty || part;
        if (part && !part->trimmed().isEmpty() && !parts.contains(*part))
            parts.append(*part);
    }
    if (parts.isEmpty() && isEmpty)
        return QString();
    return joined(parts, kBetweenTexts);
}

std::optional<QString> ComfyGraph::textValue(const QJsonValue& input, Visit& visit) const
{
    if (input.isString())
        return input.toString();
    return conditioning(input, visit);
}

QStringList ComfyGraph::upstreamOf(const QString& id) const
{
    QStringList found;
    QSet<QString> seen{id};
    QStringList waiting{id};
    for (qsizetype next = 0; next < waiting.size(); ++next) {
        const QJsonObject inputs = inputsOf(waiting[next]);
        for (const QJsonValue& input : inputs) {
            const std::optional<QString> source = linkedNode(input);
            if (!source || seen.contains(*source))
                continue;
            seen.insert(*source);
            found.append(*source);
            waiting.append(*source);
        }
    }
    return found;
}

} // namespace assay
