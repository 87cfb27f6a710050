// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weekly/alertnotices.h"

#include "app/report/figures.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"

#include <QAction>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>
#include <QSystemTrayIcon>

#include <algorithm>

namespace assay {

namespace {

const QLatin1String kEnabledKey("weekly/notices");
constexpr int kMostKept = 200; ///< alerts that were told of, of one workspace

QString nameOf(const AlertNews& alert)
{
    return QLatin1String(definition(alert.metric).textId) + u'@' + alert.since.name();
}

QString textOf(const AlertNews& alert)
{
    return AlertNotices::tr("%1, since %2")
        .arg(metricName(definition(alert.metric)), formatWeekShort(alert.since));
}

} // namespace

AlertNotices::AlertNotices(const QString& workspacePath, QSettings* settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_action(new QAction(tr("Notify when an alert starts to fire"), this))
{
    const QByteArray path = QFileInfo(workspacePath).absoluteFilePath().toUtf8();
    const QByteArray digest = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16);
    m_key = QStringLiteral("weekly/told/") + QString::fromLatin1(digest);
    m_action->setObjectName(QStringLiteral("view.alertNotices"));
    m_action->setCheckable(true);
    m_action->setChecked(settings->value(kEnabledKey, true).toBool());
    connect(m_action, &QAction::toggled, this,
            [this](bool isOn) { m_settings->setValue(kEnabledKey, isOn); });
}

AlertNotices::~AlertNotices() = default;

void AlertNotices::look(const std::vector<AlertNews>& firing)
{
    const bool isFirstLook = !m_settings->contains(m_key);
    QStringList told = m_settings->value(m_key).toStringList();
    QStringList news;
    for (const AlertNews& alert : firing) {
        if (told.contains(nameOf(alert)))
            continue;
        told += nameOf(alert);
        news += textOf(alert);
    }
    if (news.isEmpty() && !isFirstLook)
        return;
    m_settings->setValue(m_key, QStringList(told.last(std::min<qsizetype>(told.size(), kMostKept))));
    if (isFirstLook || !m_action->isChecked())
        return;
    say(news.size() == 1 ? tr("An alert has started to fire")
                         : tr("%1 alerts have started to fire").arg(formatCount(news.size())),
        news.join(u'\n'));
}

void AlertNotices::say(const QString& title, const QString& text)
{
    emit noticed(title, text);
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (!m_tray) {
        m_tray = std::make_unique<QSystemTrayIcon>(fixedIcon(QStringLiteral("bell"), Token::Accent));
        m_tray->setToolTip(tr("Assay"));
        connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this, &AlertNotices::opened);
        connect(m_tray.get(), &QSystemTrayIcon::activated, this, &AlertNotices::opened);
    }
    m_tray->show(); // a message needs its icon
    m_tray->showMessage(title, text, QSystemTrayIcon::Warning);
}

} // namespace assay
