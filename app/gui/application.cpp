// SPDX-License-Identifier: GPL-2.0-or-later
#include "app/gui/application.h"

#include "core/base/paths.h"

namespace latchkey {

namespace {

Settings settingsFor(std::optional<theme::Scheme> scheme)
{
    Settings settings = Settings::load(Settings::defaultFile());
    theme::apply(scheme.value_or(settings.scheme));
    return settings;
}

} // namespace

Application::Application(std::optional<theme::Scheme> scheme)
    : m_settings(settingsFor(scheme)), m_profiles(paths::configDir() + QStringLiteral("/profiles.json")),
      m_loaded(m_profiles.load()), m_connector(m_kerberos), m_identities(m_kerberos, m_watcher, systemNow),
      m_window({m_profiles, m_identities, m_connector}, m_settings)
{
    connect(&m_window, &MainWindow::painted, &m_identities, &Identities::start);
}

Application::~Application() = default;

void Application::show()
{
    if (!m_loaded)
        m_window.showError(m_loaded.error());
    m_window.show();
}

void Application::remember() const
{
    m_window.settings().save(Settings::defaultFile());
}

} // namespace latchkey
