/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-practice-answer.h"

static const struct
{
  guint       status;
  const char *code;
  const char *message; /* in the platform's own language */
} problems[XB_N_PRACTICE_PROBLEMS] = {
  [XB_PRACTICE_OK] = { 200, "OK", "" },
  [XB_PRACTICE_BODY_NOT_JSON] = { 400, "BODY_NOT_JSON", "请求内容不是有效的 JSON 对象" },
  [XB_PRACTICE_FIELD_MISSING] = { 400, "FIELD_MISSING", "缺少必填内容" },
  [XB_PRACTICE_FIELD_INVALID] = { 400, "FIELD_INVALID", "内容格式不正确" },
  [XB_PRACTICE_MATERIAL_UNKNOWN] = { 400, "MATERIAL_UNKNOWN", "材料编号不存在，请先上传材料" },
  [XB_PRACTICE_IDEMPOTENCY_KEY_MISSING] =
    { 400, "IDEMPOTENCY_KEY_MISSING", "缺少 Idempotency-Key（1 到 128 个字符）" },
  [XB_PRACTICE_SIGNATURE_MISSING] = { 401, "SIGNATURE_MISSING", "请求没有签名，或签名信息不完整" },
  [XB_PRACTICE_KEY_UNKNOWN] = { 401, "KEY_UNKNOWN", "访问密钥编号不存在" },
  [XB_PRACTICE_CLOCK_SKEW] =
    { 401, "CLOCK_SKEW", "请求时间与平台时间相差超过 5 分钟，请校准电脑时钟后重试" },
  [XB_PRACTICE_NONCE_REUSED] = { 401, "NONCE_REUSED", "该请求已收到过，不能重放" },
  [XB_PRACTICE_SIGNATURE_WRONG] = { 401, "SIGNATURE_WRONG", "签名不正确，请检查密钥" },
  [XB_PRACTICE_PATH_UNKNOWN] = { 404, "PATH_UNKNOWN", "没有这个接口" },
  [XB_PRACTICE_CASE_UNKNOWN] = { 404, "CASE_UNKNOWN", "没有这个受理编号" },
  [XB_PRACTICE_METHOD_NOT_ALLOWED] = { 405, "METHOD_NOT_ALLOWED", "接口不支持这种请求方式" },
  [XB_PRACTICE_IDEMPOTENCY_CONFLICT] =
    { 409, "IDEMPOTENCY_CONFLICT", "同一个 Idempotency-Key 已用于内容不同的请求" },
  [XB_PRACTICE_STATE_CONFLICT] = { 409, "STATE_CONFLICT", "当前状态不能这样操作" },
  [XB_PRACTICE_LENGTH_REQUIRED] = { 411, "LENGTH_REQUIRED", "请求须带 Content-Length" },
  [XB_PRACTICE_BODY_TOO_LARGE] = { 413, "BODY_TOO_LARGE", "上传内容过大，上限 8 MB" },
  [XB_PRACTICE_MEDIA_TYPE_UNSUPPORTED] = { 415, "MEDIA_TYPE_UNSUPPORTED", "不支持这种内容类型" },
  [XB_PRACTICE_RATE_LIMITED] = { 429, "RATE_LIMITED", "请求过于频繁，请稍后再试" },
  [XB_PRACTICE_SERVER_ERROR] = { 500, "SERVER_ERROR", "平台内部出错，请稍后再试" },
  [XB_PRACTICE_STORE_FAILED] = { 500, "STORE_FAILED", "平台无法保存，请稍后再试" },
};

/** xb_practice_problem_get_code: Returns: the stable code of @problem */
const char *
xb_practice_problem_get_code (XbPracticeProblem problem)
{
  g_return_val_if_fail ((guint) problem < XB_N_PRACTICE_PROBLEMS, NULL);

  return problems[problem].code;
}

/** xb_practice_answer_clear: frees what @self holds */
void
xb_practice_answer_clear (XbPracticeAnswer *self)
{
  g_clear_pointer (&self->body, g_bytes_unref);
}

/** xb_practice_answer_json: answers with @node (transfer full) */
void
xb_practice_answer_json (XbPracticeAnswer *self,
                         guint             status,
                         JsonNode         *node)
{
  xb_practice_answer_clear (self);
  self->status = status;
  self->content_type = "application/json";
  self->body = xb_json_to_bytes (node);
  json_node_unref (node);
}

/** xb_practice_answer_bytes: answers with @body (transfer full) */
void
xb_practice_answer_bytes (XbPracticeAnswer *self,
                          const char       *content_type,
                          GBytes           *body)
{
  xb_practice_answer_clear (self);
  self->status = 200;
  self->content_type = content_type;
  self->body = body;
}

/** xb_practice_answer_problem: refuses; @field (nullable) says what is meant */
void
xb_practice_answer_problem (XbPracticeAnswer  *self,
                            XbPracticeProblem  problem,
                            const char        *field)
{
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, problems[problem].code);
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, problems[problem].message);
  json_builder_set_member_name (builder, "field");
  if (field != NULL)
    json_builder_add_string_value (builder, field);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  xb_practice_answer_json (self, problems[problem].status, json_builder_get_root (builder));
}

/** xb_practice_answer_misread: refuses a document that is not as it should be */
void
xb_practice_answer_misread (XbPracticeAnswer    *self,
                            const XbJsonProblem *problem)
{
  xb_practice_answer_problem (self,
                              problem->missing ? XB_PRACTICE_FIELD_MISSING : XB_PRACTICE_FIELD_INVALID,
                              problem->where);
}
