// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/zonedialog.h"

#include "ui/common/buttons.h"
#include "ui/common/textlabel.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStringListModel>
#include <QVBoxLayout>

namespace assay {

namespace {

/// Names like Europe/Berlin and the one in use; not the fixed offsets, which know no summer time.
QStringList zoneNames(const QByteArray& inUse)
{
    QStringList names;
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray& id : ids) {
        if (id == "UTC" || (id.contains('/') && !id.startsWith("Etc/")))
            names << QString::fromLatin1(id);
    }
    const QString current = QString::fromLatin1(inUse);
    if (!names.contains(current))
        names.prepend(current);
    return names;
}

} // namespace

ZoneDialog::ZoneDialog(const QTimeZone& zone, QWidget* parent)
    : QDialog(parent)
    , m_filter(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_use(makeButton(tr("Use this zone"), ButtonKind::Primary, QString(), this))
    , m_shown(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("zoneDialog"));
    setWindowTitle(tr("Time zone of the weeks"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_filter->setObjectName(QStringLiteral("zoneFilter"));
    m_filter->setPlaceholderText(tr("Part of a name, for example Berlin"));
    m_filter->setAccessibleName(tr("Find a time zone"));
    m_list->setObjectName(QStringLiteral("zoneList"));
    m_list->setAccessibleName(tr("Time zones"));
    m_use->setObjectName(QStringLiteral("zoneUse"));
    m_use->setDefault(true);
    m_shown->setSourceModel(new QStringListModel(zoneNames(zone.id()), m_shown));
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->ensurePolished(); // select() lays it out before it is shown
    m_list->setUniformItemSizes(true);
    m_list->setModel(m_shown);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    auto* words = new TextLabel(tr("A week runs from Monday 00:00 to the next Monday 00:00 in this zone."),
                                TextStyle::Body, Token::Text2, this);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(m_use, 0, Qt::AlignRight);
    resize(400, 480);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        const QString kept = m_list->currentIndex().data().toString();
        m_shown->setFilterFixedString(QString(text).replace(u' ', u'_'));
        select(kept);
    });
    connect(m_use, &QPushButton::clicked, this, &ZoneDialog::choose);
    connect(m_list, &QListView::activated, this, &ZoneDialog::choose);
    select(QString::fromLatin1(zone.id()));
}

void ZoneDialog::select(const QString& id)
{
    const QModelIndexList found =
        m_shown->match(m_shown->index(0, 0), Qt::DisplayRole, id, 1, Qt::MatchExactly);
    const QModelIndex index = found.isEmpty() ? m_shown->index(0, 0) : found.constFirst();
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_use->setEnabled(index.isValid());
}

void ZoneDialog::choose()
{
    const QTimeZone zone(m_list->currentIndex().data().toString().toLatin1());
    if (!zone.isValid())
        return;
    emit zoneChosen(zone);
    close();
}

} // namespace assay
