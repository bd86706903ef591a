"""How is Django set up on every node, from a clerk's laptop to the ministry?"""

from pathlib import Path

from betang import environment

SOURCE = Path(__file__).parent

DEBUG = False
SECRET_KEY = environment.session_key()
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *environment.allowed_hosts()]
ROOT_URLCONF = "betang.urls"
WSGI_APPLICATION = "betang.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
    "betang.jobs",
    "betang.journal",
    "betang.organisation",
    "betang.accounts",
    "betang.register",
    "betang.intake",
    "betang.planning",
    "betang.delivery",
    "betang.figures",
    "betang.coordination",
    "betang.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "betang.web.headers.StrictHeaders",
    "betang.web.first_run.gate.FirstRun",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "betang.web.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "betang.web.session.IdleLock",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "betang.web.errors.PlainAnswers",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SOURCE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "betang.web.frame.frame",
            ],
        },
    }
]

DATABASES = {"default": environment.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "home"
SESSION_COOKIE_NAME = "betang_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = environment.serves_https()
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# Behind a proxy that speaks TLS our forms come from https, though the request reaches us over http.
CSRF_TRUSTED_ORIGINS = [f"https://{name}" for name in environment.allowed_hosts() if environment.serves_https()]
CSRF_COOKIE_NAME = "betang_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = environment.serves_https()
CSRF_FAILURE_VIEW = "betang.web.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # "no-referrer" would send `Origin: null` with our own forms
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
IDLE_LOCK_MINUTES = environment.number("BETANG_IDLE_LOCK_MINUTES", 15)

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [SOURCE / "web" / "locale"]
LANGUAGE_COOKIE_NAME = "betang_language"
LANGUAGE_COOKIE_SAMESITE = "Strict"
LANGUAGE_COOKIE_HTTPONLY = True
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Pontianak"

STATIC_URL = "static/"
STATICFILES_DIRS = [SOURCE / "web" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True  # served from the source folder: no collect step on a clerk's laptop
WHITENOISE_MAX_AGE = 3600

MAX_UPLOAD_BYTES = environment.number("BETANG_MAX_UPLOAD_MB", 100) * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["betang.web.uploads.HeldInMemory"]  # a list in clear never rests on disk
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "betang.web.logs.WithoutNumbers",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # A request line holds an address and nothing more; bodies are never logged, nor a NIK typed into an address.
    "loggers": {"axes": {"level": "ERROR"}},
}
